export type { SignInAttempt } from './attempt-keys.js';
export { callerNetwork } from './caller-network.js';
export { SignInThrottle, type ThrottleVerdict } from './sign-in-throttle.js';
export { ThrottleStore, type ThrottleStoreSettings } from './throttle-store.js';
