import fc from "fast-check";
import { expect, test } from "vitest";
import { MOST_RETURN_LENGTH } from "#contract/api/sign-in.ts";
import { knownAddress, returnAddress } from "./return-address.ts";

const ORIGIN = "https://calls.example.com";

/** Where a browser at our origin goes by an answer that says so. */
const leadsTo = (address: string) => new URL(address, `${ORIGIN}/auth/callback`);

test.each([
  "/",
  "/?range=last7d&disposition=AbandonedInQueue",
  "/?q=%E7%8E%8B%2B1%2520&page=3",
  "/?phone=~13800138000&from=1&to=2",
  "/?next=//evil.example.com",
  "/index.html?record=abc",
  "/auth/done",
])("%s is kept, letter by letter", (address) => {
  expect(knownAddress(address)).toBe(address);
});

// Collected from lists of what proxies and frameworks fell for.
const TRICKS = [
  "//evil.example.com",
  "///evil.example.com",
  "////evil.example.com",
  "/\\evil.example.com",
  "\\\\evil.example.com",
  "\\/evil.example.com",
  "/\\/evil.example.com",
  "/\t/evil.example.com",
  "/\n/evil.example.com",
  "/\r/evil.example.com",
  "\t//evil.example.com",
  " //evil.example.com",
  "/ /evil.example.com",
  "/%09/evil.example.com",
  "/%0a/evil.example.com",
  "/%0d%0aLocation:%20https://evil.example.com",
  "/%2f/evil.example.com",
  "/%2fevil.example.com",
  "/%2F%2Fevil.example.com",
  "/%5cevil.example.com",
  "/%252fevil.example.com",
  "/.//evil.example.com",
  "/./\\evil.example.com",
  "/..//evil.example.com",
  "/../\\evil.example.com",
  "/.evil.example.com",
  "/%2e%2e//evil.example.com",
  "/%2e%2e%2fevil.example.com",
  "/;@evil.example.com",
  "/@evil.example.com",
  "/:@evil.example.com",
  ".evil.example.com",
  "@evil.example.com",
  ":80@evil.example.com",
  "https://evil.example.com",
  "https:evil.example.com",
  "https:/evil.example.com",
  "https:///evil.example.com",
  "https:\\\\evil.example.com",
  "http://evil.example.com",
  "hTTps://evil.example.com",
  "https://calls.example.com@evil.example.com",
  "https://calls.example.com.evil.example.com",
  "https://evil.example.com#calls.example.com",
  "https://evil.example.com?calls.example.com",
  "https://evil.example.com\\@calls.example.com",
  "https://calls.example.com/",
  "//calls.example.com/",
  "//evil。example。com",
  "／／evil.example.com",
  "/／evil.example.com",
  "/〱evil.example.com",
  "//[::1]",
  "//0x7f.1",
  "//2130706433",
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\nscript:alert(1)",
  "\u0001javascript:alert(1)",
  "/javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:msgbox(1)",
  "file:///etc/passwd",
  "blob:https://evil.example.com/1",
  "ftp://evil.example.com",
  "x-callscope://evil.example.com",
  "",
  "evil.example.com",
  "?return=https://evil.example.com",
  "#//evil.example.com",
  "/auth/login",
  "/auth/login?return=/auth/login",
  "/auth/logout",
  "/auth/callback?code=1&state=2",
  "/auth/sign-in",
  "/AUTH/DONE",
  "/auth/done/",
  "/auth//done",
  "/auth/done/../login",
  "/api/records",
  "/%61pi/session",
  "/metrics",
  "/healthz",
  "/assets/main.js",
  "/favicon.svg",
  "/a",
  "/index.html/",
  "/index.html/..;/evil",
  undefined,
  null,
  42,
  ["/"],
];

test.each(TRICKS)("%j is none of our pages", (trick) => {
  const [known, address] = [knownAddress(trick), returnAddress(trick)];
  // Some are taken for the first page by browsers as well, once what is odd about them is left out.
  expect([undefined, "/"]).toContain(known);
  expect(address).toBe("/");
});

test("an address that is too long for a cookie is none", () => {
  const fits = `/?q=${"1".repeat(MOST_RETURN_LENGTH - 4)}`;
  expect(knownAddress(fits)).toBe(fits);
  expect(knownAddress(`${fits}1`)).toBeUndefined();
  // What is escaped grows.
  expect(knownAddress(`/?q=${"王".repeat(MOST_RETURN_LENGTH / 4)}`)).toBeUndefined();
});

const fragment = fc.constantFrom(
  ...`/ \\ // . .. %2f %5c @ : ? # ; ／ 。 %00 https: javascript: evil.example.com auth done index.html`.split(
    " ",
  ),
  "\t",
  "\n",
  "\0",
  " ",
);

test("whatever is wanted, it leads to a page of ours, in printable ASCII, and twice the same", () => {
  const odd = fc.array(fragment, { maxLength: 12 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(
      fc.oneof(
        odd,
        odd.map((text) => `/${text}`),
        fc.string({ unit: "binary" }),
      ),
      (wanted) => {
        const address = returnAddress(wanted);
        const { origin, pathname } = leadsTo(address);
        expect(origin).toBe(ORIGIN);
        expect(["/", "/index.html", "/auth/done"]).toContain(pathname);
        expect(address).toMatch(/^\/[\x21-\x7e]*$/);
        expect(address.startsWith("//")).toBe(false);
        expect(returnAddress(address)).toBe(address);
      },
    ),
    { numRuns: 5_000 },
  );
});
