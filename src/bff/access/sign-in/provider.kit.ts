import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { decodeJwt, exportJWK, generateKeyPair, type JWK } from "jose";
import { Provider, type Configuration, type KoaContextWithOIDC } from "oidc-provider";

/** Who may sign in, by the name that is typed, with the claims that the provider tells of them. */
const TEST_USERS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  wang: { name: "王芳", groups: ["supervisors"], agent_ids: ["agent-1"] },
  li: { name: "李强", groups: ["agents"], agent_ids: ["agent-2", "agent-3"] },
  chen: { name: "陈静", groups: ["checkers"] },
  sun: { name: "孙丽", groups: ["checkers", "reporters"] },
  zhao: {
    name: "赵敏",
    groups: ["leads"],
    skill_groups: ["presales@ccc-sample", "orders@ccc-sample", "presales@ccc-sample-2"],
  },
  nobody: { name: "Nobody", groups: [] },
  heavy: { name: "Heavy", groups: Array.from({ length: 200 }, (_, i) => `group-with-a-name-${i}`) },
};

export const TEST_CLIENT = {
  id: "callscope",
  secret: "a-client-secret-never-to-be-seen",
} as const;

export interface TestProvider {
  readonly issuer: string;
  /** Changes what the token endpoint answers, as a provider would that is not to be trusted. */
  corrupt(reply: ((tokens: Record<string, unknown>) => Promise<object> | object) | undefined): void;
  /** Revokes all that was ever granted to somebody, as an administrator does. */
  revokeAll(user: string): Promise<void>;
  /** Sends a logout token for somebody's sessions, to wherever `deliver` says. */
  logOut(user: string): Promise<void>;
  /** How often each path was asked. */
  asked(path: string): number;
  /** It does not listen any more, until it is up again. */
  down(): Promise<void>;
  up(): Promise<void>;
  close(): Promise<void>;
}

export interface TestProviderOptions {
  /** Of the server that its readers sign in to. */
  readonly publicUrl: string;
  /** Where the public address is reached from here. */
  readonly deliver?: ((url: string) => string) | undefined;
  readonly port?: number;
  /** Default: every sign-in gives one. */
  readonly refreshTokens?: boolean;
}

const DAY_SECONDS = 86_400;

/** Making one takes a while, and all providers of a process may have the same. */
let keyMaking: Promise<JWK> | undefined;

async function makeKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  return { ...(await exportJWK(privateKey)), alg: "RS256", use: "sig", kid: "provider" };
}

/** The provider's own key: what is signed with it is taken for the provider's word. */
export async function providerKey(): Promise<JWK> {
  keyMaking ??= makeKey();
  return keyMaking;
}

/** A provider that is certified for OpenID Connect, on loopback, with its own login page. */
export async function startTestProvider(options: TestProviderOptions): Promise<TestProvider> {
  const { publicUrl, deliver = (url) => url, refreshTokens = true } = options;
  let corrupt: Parameters<TestProvider["corrupt"]>[0];
  const asked: string[] = [];
  let answer: (request: IncomingMessage, response: ServerResponse) => void;
  const listenAt = async (port: number): Promise<Server> => {
    const http = createServer((request, response) => answer(request, response));
    await once(http.listen(port, "127.0.0.1"), "listening");
    return http;
  };
  let server = await listenAt(options.port ?? 0);
  // The address of a TCP server is an object.
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;

  const key = await providerKey();
  const grants = new Map<string, Set<string>>();
  const sessions = new Map<string, Set<string>>();
  const add = (map: Map<string, Set<string>>, user: string, id: string) =>
    map.set(user, (map.get(user) ?? new Set()).add(id));

  const configuration: Configuration = {
    clients: [
      {
        client_id: TEST_CLIENT.id,
        client_secret: TEST_CLIENT.secret,
        redirect_uris: [`${publicUrl}/auth/callback`],
        post_logout_redirect_uris: [`${publicUrl}/auth/signed-out`],
        backchannel_logout_uri: `${publicUrl}/auth/backchannel-logout`,
        backchannel_logout_session_required: true,
        grant_types: ["authorization_code", "refresh_token"],
      },
    ],
    jwks: { keys: [key] },
    cookies: { keys: [randomBytes(16).toString("hex")] },
    scopes: ["openid", "offline_access"],
    claims: { openid: ["sub", "sid"], profile: ["name", "groups", "agent_ids", "skill_groups"] },
    conformIdTokenClaims: false,
    ttl: {
      AccessToken: 3_600,
      Grant: DAY_SECONDS,
      IdToken: 3_600,
      Interaction: 3_600,
      RefreshToken: DAY_SECONDS,
      Session: DAY_SECONDS,
    },
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      revocation: { enabled: true },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource(context: KoaContextWithOIDC, form: string) {
          context.body = page(
            "End the session?",
            `${form}<button form="op.logoutForm" name="logout" value="yes">End it</button>`,
          );
        },
      },
    },
    issueRefreshToken: async () => refreshTokens,
    rotateRefreshToken: () => true,
    findAccount: (_context, id) =>
      id in TEST_USERS
        ? { accountId: id, claims: async () => ({ sub: id, ...TEST_USERS[id] }) }
        : undefined,
    interactions: { url: (_context, { uid }) => `/login/${uid}` },
    async loadExistingGrant({ oidc }) {
      const { session, client, provider: self } = oidc;
      const user = session?.accountId;
      if (user === undefined || client === undefined) return undefined;
      const grant = new self.Grant({ accountId: user, clientId: client.clientId });
      grant.addOIDCScope("openid profile offline_access");
      add(grants, user, await grant.save());
      return grant;
    },
    fetch: (url, init) => {
      // Its own dispatcher goes to no loopback.
      const { dispatcher: _, ...rest } = { dispatcher: undefined, ...init };
      return fetch(deliver(String(url)), rest);
    },
  };
  const provider = new Provider(issuer, configuration);
  provider.use(async (context, next) => {
    await next();
    if (context.path !== "/token" || context.status !== 200) return;
    // What it answers here is JSON.
    const tokens = context.body as Record<string, unknown>;
    const { sub = "", sid } = decodeJwt<{ sid?: string }>(String(tokens["id_token"]));
    if (sid !== undefined) add(sessions, sub, sid);
    if (corrupt !== undefined) context.body = await corrupt(tokens);
  });
  const callback = provider.callback();

  answer = (request, response) => {
    const { pathname } = new URL(request.url ?? "/", issuer);
    asked.push(pathname);
    keepCookies(response);
    // A browser asks for it by itself, and what is not there is an error on its console.
    if (pathname === "/favicon.ico") response.writeHead(204).end();
    else if (pathname.startsWith("/login/"))
      logIn(provider, request, response).catch((error: unknown) => {
        response.writeHead(400).end(String(error));
      });
    else void callback(request, response);
  };

  const close = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return {
    issuer,
    corrupt(reply) {
      corrupt = reply;
    },
    async revokeAll(user) {
      for (const id of grants.get(user) ?? []) {
        await provider.RefreshToken.revokeByGrantId(id);
        await provider.AccessToken.revokeByGrantId(id);
      }
    },
    async logOut(user) {
      const client = await provider.Client.find(TEST_CLIENT.id);
      // Its types leave out what clients of this feature have.
      const endSession = client?.["backchannelLogout"] as
        | ((user: string, sid: string) => Promise<void>)
        | undefined;
      for (const sid of sessions.get(user) ?? []) await endSession?.call(client, user, sid);
    },
    asked: (path) => asked.filter((one) => one === path).length,
    down: close,
    async up() {
      server = await listenAt(port);
    },
    close,
  };
}

/** A test's clock is another than its browser's, to which these cookies would be over, or never. */
function keepCookies(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response);
  // The provider goes on changing them until its answer is sent. Node itself calls this with a status alone.
  response.writeHead = (status: number) => {
    const cookies = [response.getHeader("set-cookie") ?? []].flat().map(String);
    const kept = cookies.map((text) => text.replace(/; expires=(?!Thu, 01 Jan 1970)[^;]+/gi, ""));
    if (kept.length > 0) response.setHeader("set-cookie", kept);
    return writeHead(status);
  };
}

const page = (title: string, body: string) =>
  `<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1>${body}</html>`;

/** The login page: a form that takes a name, and no password. */
async function logIn(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== "POST") {
    const form = `<form method="post"><label>Name <input name="user" autofocus></label>
<button>Log in</button> <button name="decline" value="yes">Decline</button></form>`;
    response.setHeader("content-type", "text/html; charset=utf-8").end(page("Log in", form));
    return;
  }
  let body = "";
  for await (const chunk of request) body += String(chunk);
  const form = new URLSearchParams(body);
  const isKnown = (form.get("user") ?? "") in TEST_USERS;
  const result =
    form.has("decline") || !isKnown
      ? { error: "access_denied", error_description: "<script>alert('provider')</script>" }
      : { login: { accountId: form.get("user") ?? "" } };
  await provider.interactionFinished(request, response, result, {
    mergeWithLastSubmission: false,
  });
}
