import { serveBaseline } from "./bench/baseline/serve-baseline.ts";
const p = await serveBaseline("plain-table", process.argv[2]!);
console.log(p.url); setInterval(()=>{},1000);
