import { expect, test } from "vitest";
import { apiStatus, openTeam, PUBLIC_URL, sessionCookie, signIn } from "./sign-in.kit.ts";

const DEEP_LINK = "/?range=last7d&disposition=AbandonedInQueue&q=%E7%8E%8B%2B1&page=3";

test("a first visit leads to the provider, and back to the very link", async () => {
  const team = await openTeam();
  const visitor = team.visitor();
  const form = await visitor.visit(PUBLIC_URL + DEEP_LINK);
  expect(form.url).toContain(`${team.provider.issuer}/login/`);
  const page = await visitor.logIn(form, { user: "wang" });
  expect(page.url).toBe(PUBLIC_URL + DEEP_LINK);
  expect(page.body).toContain("The dashboard");
  expect(await apiStatus(visitor)).toBe(200);
  expect(sessionCookie(visitor)).toMatch(/^[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+$/);
});
