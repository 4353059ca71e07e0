/** A page waits this long for the platform, then shows the device's data. */
export const readTimeoutMs = 2_000;
/** A save may take longer: the outbox gives an attempt 15 s and repeats it unchanged. */
export const writeTimeoutMs = 12_000;
