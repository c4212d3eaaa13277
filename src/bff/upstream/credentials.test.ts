import { expect, test, vi } from "vitest";
import { createChainCredentials } from "./credentials.ts";

test("callers at the same time share one question to the chain", async () => {
  let questions = 0;
  const credentials = createChainCredentials(() =>
    Promise.resolve({
      getCredentials: () => {
        questions += 1;
        return Promise.resolve({ accessKeyId: "id", accessKeySecret: "secret", securityToken: "" });
      },
    }),
  );
  const pairs = await Promise.all([credentials(), credentials()]);
  expect(pairs[0]).toEqual({ accessKeyId: "id", accessKeySecret: "secret" });
  expect(questions).toBe(1);
  await credentials();
  expect(questions).toBe(2);
});

test("a chain that failed is started anew, and its message is not passed on", async () => {
  let loads = 0;
  const credentials = createChainCredentials(() => {
    loads += 1;
    return loads === 1
      ? Promise.reject(new Error("secret file content"))
      : Promise.resolve({
          getCredentials: () =>
            Promise.resolve({ accessKeyId: "id", accessKeySecret: "secret", securityToken: "t" }),
        });
  });
  await expect(credentials()).rejects.toMatchObject({
    code: "credentials_missing",
    message: "The credential chain gave no key pair.",
  });
  await expect(credentials()).resolves.toMatchObject({ securityToken: "t" });
});

test("the provider's library finds a key pair in the environment, which it reads itself", async () => {
  vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_ID", "id-of-the-environment");
  vi.stubEnv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "secret-of-the-environment");
  vi.stubEnv("ALIBABA_CLOUD_SECURITY_TOKEN", "");
  try {
    await expect(createChainCredentials()()).resolves.toEqual({
      accessKeyId: "id-of-the-environment",
      accessKeySecret: "secret-of-the-environment",
      securityToken: undefined,
    });
  } finally {
    vi.unstubAllEnvs();
  }
});
