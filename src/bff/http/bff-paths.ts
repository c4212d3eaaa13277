/** The paths of the BFF's own routes. Every other path is a file of the browser's half. */
export const BFF_PATHS = ["/api", "/auth", "/healthz", "/readyz", "/metrics"] as const;
