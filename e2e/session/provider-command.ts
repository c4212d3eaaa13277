import { startTestProvider } from "#bff/access/sign-in/provider.kit.ts";
import { runUntilSignal } from "#process/run-until-signal.ts";

// A provider as its own process, whose clock is that of the server beside it.

await runUntilSignal(async (run) => {
  const provider = await startTestProvider({ publicUrl: process.env["PUBLIC_URL"] ?? "" });
  run.add(provider);
  console.log(`Provider: ${provider.issuer}`);
});
