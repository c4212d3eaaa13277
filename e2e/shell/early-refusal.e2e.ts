import { expect, test } from "../kit/server-fixture.ts";

test.use({ serverEnv: { CCC_INSTANCE_IDS: "ccc-sample" }, expectedErrors: /403/ });

test("a refusal before the server has filled anything in is told of the first request", async ({
  page,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname === "/api/records" && !searchParams.has("size")) asked.push(pathname);
  });
  const refusal = page.waitForResponse((reply) => new URL(reply.url()).pathname === "/api/records");
  await page.goto("/?instance=ccc-sample-2&range=yesterday");
  const { requestId } = (await (await refusal).json()) as { requestId: string };
  await expect(page.getByRole("alert").filter({ hasText: requestId })).toBeVisible();
  expect(asked).toHaveLength(1);
});
