/**
 * The keys are fixed and public: the local platform listens on the loopback address only. Clients check the prefixes
 * (`sb_publishable_`, `sb_secret_`), which are those of hosted keys.
 */
export const PUBLISHABLE_KEY = "sb_publishable_local-development-only";
export const SECRET_KEY = "sb_secret_local-development-only";

/** Signs access tokens with HS256. */
export const JWT_SECRET = "local-development-only-jwt-secret-with-enough-characters";

/** Signs the links of messages. */
export const NOTIFICATION_SECRET = "local-development-only-notification-secret";
