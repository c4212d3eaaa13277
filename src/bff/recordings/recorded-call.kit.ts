import { createTestBff, TEST_CREDENTIALS } from "#bff/bff.kit.ts";
import { DAY_MS } from "#contract/time/durations.ts";
import { listen } from "#process/listen.ts";
import { createArrayStore } from "#upstream/store/array-store.kit.ts";
import { startUpstreamServer } from "#upstream/upstream-server.ts";

/** A call of so many seconds, and where a BFF serves its recording. */
export async function openRecordedCall(talkSeconds: number) {
  const recorded = {
    contactId: "job-recorded",
    instanceId: "ccc-test",
    startTime: Date.now() - DAY_MS,
    talkTime: talkSeconds,
    recordingReady: true,
  };
  const store = await createArrayStore([recorded], ["ccc-test"]);
  const upstream = await startUpstreamServer({
    store,
    accessKeys: [TEST_CREDENTIALS],
    timeZone: "Asia/Shanghai",
  });
  const bff = await createTestBff(upstream.url);
  const origin = await listen(bff.app, { host: "127.0.0.1", port: 0 });
  return {
    url: `${origin}/api/recordings/job-recorded`,
    /** Ends with nobody left to send to. */
    async close() {
      await bff.app.close();
      await upstream.close();
      await store.close();
    },
  };
}
