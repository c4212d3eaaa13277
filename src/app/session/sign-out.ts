import { postJson } from "#app/api/post-json.ts";
import { tellTabs } from "#app/api/session-channel.ts";
import { SIGN_IN_ROUTE } from "#contract/api/sign-in.ts";
import { SIGN_OUT_ROUTE, signedOutSchema } from "#contract/api/sign-out.ts";

/** Ends the session here, in the other tabs and at the provider. */
export async function signOut(): Promise<void> {
  const { leadsTo } = await postJson(
    SIGN_OUT_ROUTE,
    undefined,
    signedOutSchema,
    new AbortController().signal,
  );
  tellTabs("signed-out");
  // Going back would show the rows once more.
  location.replace(leadsTo);
}

/** Where a tab goes whose reader has signed out in another: its rows are nobody's to see any more. */
export function goToSignedOut(): void {
  const query = new URLSearchParams({
    reason: "signed-out",
    return: location.pathname + location.search,
  });
  location.replace(`${SIGN_IN_ROUTE}?${query}`);
}
