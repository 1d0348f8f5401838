/** Version of this SDK; the host compares a plugin's `sdk` range with it. */
export const SDK_VERSION = '1.0.0';
