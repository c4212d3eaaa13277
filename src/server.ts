import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import { openAuditFile } from "#bff/access/audit/audit-file.ts";
import { keptClaimsOf } from "#bff/access/claims.ts";
import { openLinkSecrets } from "#bff/access/links/link-secrets.ts";
import { readAccessFile } from "#bff/access/read-access-file.ts";
import { openSignIn } from "#bff/access/sign-in/sign-in.ts";
import { openTeamViews } from "#bff/access/team-views.ts";
import { createBff } from "#bff/app.ts";
import { BFF_PATHS } from "#bff/http/bff-paths.ts";
import { cloudSource } from "#bff/upstream/upstream-source.ts";
import { createLog } from "#bff/watch/log.ts";
import { createMetricsApp } from "#bff/watch/metrics-route.ts";
import { createMetrics } from "#bff/watch/metrics.ts";
import { startDevServer } from "#process/dev-server.ts";
import { keepHeapSmall } from "#process/keep-heap-small.ts";
import { listen, type Place } from "#process/listen.ts";
import { makeFilesPrivate } from "#process/private-files.ts";
import { BUILT_FILES } from "#process/project-paths.ts";
import { runUntilSignal, type Run } from "#process/run-until-signal.ts";
import { readServerSettings, type ServerSettings } from "#process/settings/server-settings.ts";
import { auditLine, metricsLine, signInLine } from "#process/settings/start-lines.ts";

// The Node door: settings → upstream → BFF → listen → close. With no credentials in the environment
// the embedded upstream runs in this process, behind a port of its own. `--dev` puts Vite's server,
// which rebuilds as files change, in front of the BFF.

async function openUpstream({ upstream }: ServerSettings, logger: Logger, run: Run) {
  if (upstream.kind === "cloud")
    return { ...cloudSource(upstream), data: `the call records of ${upstream.endpoint}` };
  // Loaded here, so that a server of the provider's cloud never loads a database.
  const { openOwnUpstream } = await import("#embedded/open-own-upstream.ts");
  const own = await openOwnUpstream(upstream, { logger, signal: run.signal });
  run.add(own);
  return own;
}

/** Told by SIGHUP, it is opened anew: whoever keeps logs has moved it away. */
async function openAudit({ auditFile }: ServerSettings, log: Logger, run: Run) {
  if (auditFile === undefined) return undefined;
  const file = await openAuditFile(auditFile);
  run.add(file);
  process.on("SIGHUP", () => {
    file.reopen().catch((error: unknown) => log.error({ err: error }, "audit file not reopened"));
  });
  return file;
}

async function listenForDev(app: FastifyInstance, place: Place, run: Run): Promise<string> {
  const bff = await listen(app, { host: "127.0.0.1", port: 0 });
  const dev = await startDevServer(place, bff, BFF_PATHS);
  run.add(dev);
  return `${dev.address} (development)`;
}

async function start(run: Run): Promise<void> {
  const settings = readServerSettings(process.env);
  const log = createLog(settings);
  const isDev = process.argv.includes("--dev");
  const { accessFile, instanceIds } = settings;
  const access =
    accessFile === undefined ? undefined : await readAccessFile(accessFile, instanceIds);
  const { teamViewsFile } = settings;
  const teamViews =
    teamViewsFile === undefined ? undefined : await openTeamViews(teamViewsFile, log);
  const signIn =
    settings.signIn &&
    access &&
    (await openSignIn({ settings: settings.signIn, keptClaims: keptClaimsOf(access), log }));
  const upstream = await openUpstream(settings, log, run);
  const staticRoot = isDev ? undefined : BUILT_FILES;
  const auditSink = await openAudit(settings, log, run);
  const metrics = createMetrics();
  const app = await createBff({
    settings,
    upstream,
    log,
    staticRoot,
    signIn,
    access,
    teamViews,
    auditSink,
    linkSecrets: await openLinkSecrets(settings, log),
    metrics,
  });
  run.add(app);
  const address = isDev ? await listenForDev(app, settings, run) : await listen(app, settings);
  console.log(`Callscope: ${address}`);
  console.log(`Data: ${upstream.data}`);
  console.log(signInLine(settings));
  const audited = auditLine(settings);
  if (audited !== undefined) console.log(audited);
  if (settings.metricsPort !== undefined) {
    const metricsApp = createMetricsApp(log, metrics);
    run.add(metricsApp);
    const place = { host: settings.metricsHost, port: settings.metricsPort };
    const names = { host: "METRICS_HOST", port: "METRICS_PORT" };
    console.log(metricsLine(settings, await listen(metricsApp, place, names)));
  }
}

keepHeapSmall();
makeFilesPrivate();
await runUntilSignal(start);
