import { expect, test } from "vitest";
import { createQueryClient } from "./query-client.ts";

test("what fails with no problem of ours, as code that does not come, fails and does not hang", async () => {
  const client = createQueryClient();
  const failing = client.fetchQuery({
    queryKey: ["late code"],
    queryFn: () => Promise.reject(new TypeError("Failed to fetch dynamically imported module")),
  });
  await expect(failing).rejects.toThrow("dynamically imported module");
});
