import { startServer } from "./kit/start-server.ts";
const s = await startServer({ SAMPLE_RECORDS: "100000", SAMPLE_SEED: "4" });
console.log(s.url);
setInterval(()=>{}, 1000);
