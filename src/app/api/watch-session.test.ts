import { QueryObserver, type QueryClient } from "@tanstack/react-query";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { ALL_RIGHTS } from "#contract/api/rights.ts";
import type { Session } from "#contract/api/session.ts";
import { SESSION_CHANNEL } from "#contract/api/sign-in.ts";
import { ApiError } from "./api-error.ts";
import { stubBrowser } from "./fetched.kit.ts";
import { lapseOver } from "./lapse-over.ts";
import { tellLapse } from "./lapse.ts";
import { createQueryClient } from "./query-client.ts";
import { sessionQuery } from "./session-query.ts";
import { watchSession } from "./watch-session.ts";

afterEach(() => vi.unstubAllGlobals());

const sessionOf = (name: string): Session => ({
  user: { subject: name, name, roles: [] },
  rights: ALL_RIGHTS,
  scope: null,
  instances: [],
  timeZone: "Asia/Shanghai",
  retentionDays: 30,
  serviceLevelSeconds: 20,
  locale: "zh-CN",
  sampleData: false,
  serverTime: 1,
});

/** A tab with something on its screen, which fails while nobody is signed in. */
function openTab() {
  const signedIn: { name: string | undefined } = { name: "王芳" };
  const fetched = stubBrowser(() =>
    signedIn.name === undefined
      ? Response.json(
          { type: "about:blank", title: "", status: 401, code: "sign_in_required" },
          { status: 401 },
        )
      : Response.json(sessionOf(signedIn.name)),
  );
  const client = createQueryClient();
  client.setQueryData(sessionQuery().queryKey, { ...sessionOf("王芳"), now: () => 1 });
  let asked = 0;
  async function readPage() {
    asked += 1;
    if (signedIn.name === undefined) throw new ApiError("sign_in_required");
    return asked;
  }
  const rows = new QueryObserver(client, { queryKey: ["page"], queryFn: readPage });
  const onAnother = vi.fn<(session: Session) => void>();
  const onSignedOut = vi.fn<() => void>();
  onTestFinished(rows.subscribe(() => undefined));
  onTestFinished(watchSession(client, { onAnother, onSignedOut }));
  const otherTab = new BroadcastChannel(SESSION_CHANNEL);
  onTestFinished(() => otherTab.close());
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin
  const hear = (news: string) => otherTab.postMessage(news);
  return { signedIn, fetched, client, rows, onAnother, onSignedOut, hear };
}

const lapseOf = (client: QueryClient) => client.getQueryData(["told", "lapse"]) ?? "none";

test("what failed since nobody was signed in is asked for again once somebody is", async () => {
  const { signedIn, client, rows, hear, onAnother, fetched } = openTab();
  await vi.waitFor(() => expect(rows.getCurrentResult().data).toBe(1));
  signedIn.name = undefined;
  await rows.refetch();
  expect(lapseOf(client)).toBe("lapsed");
  // Nothing is asked by itself, and what is on the screen stays there.
  expect(fetched).toEqual([]);
  expect(rows.getCurrentResult().data).toBe(1);

  hear("signed-in");
  await vi.waitFor(() => expect(fetched).toHaveLength(1));
  expect(lapseOf(client)).toBe("lapsed");
  signedIn.name = "王芳";
  hear("signed-in");
  await vi.waitFor(() => expect(lapseOf(client)).toBe("none"));
  expect(rows.getCurrentResult()).toMatchObject({ status: "success", data: 3 });
  expect(onAnother).not.toHaveBeenCalled();
});

test("another reader is told of before anything is asked for them", async () => {
  const { signedIn, rows, hear, onAnother } = openTab();
  await vi.waitFor(() => expect(rows.getCurrentResult().data).toBe(1));
  signedIn.name = undefined;
  await rows.refetch();
  signedIn.name = "李强";
  hear("signed-in");
  await vi.waitFor(() => expect(onAnother).toHaveBeenCalledOnce());
  expect(onAnother.mock.calls[0]?.[0]).toMatchObject({ user: { name: "李强" } });
  expect(rows.getCurrentResult().error?.code).toBe("sign_in_required");
});

test("a tab that knows of no end hears of another reader, too, and of a sign-out", async () => {
  const { signedIn, hear, onAnother, onSignedOut } = openTab();
  signedIn.name = "李强";
  hear("signed-in");
  await vi.waitFor(() => expect(onAnother).toHaveBeenCalledOnce());
  hear("signed-out");
  await vi.waitFor(() => expect(onSignedOut).toHaveBeenCalledOnce());
});

test("what is noticed by who asks for itself is over, too, once somebody is signed in", async () => {
  const { client, hear } = openTab();
  tellLapse(client, "lapsed");
  const over = lapseOver(client, new AbortController().signal);
  hear("signed-in");
  await over;
  await vi.waitFor(() => expect(lapseOf(client)).toBe("none"));
});
