/** The paths of the BFF's own routes. Every other path is a file of the browser's half. */
export const BFF_PATHS = ["/api", "/auth", "/healthz", "/readyz", "/metrics"] as const;

/** Where the sign-in provider says that a session of its own has ended. */
export const BACKCHANNEL_PATH = "/auth/backchannel-logout";
