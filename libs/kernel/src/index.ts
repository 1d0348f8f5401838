export * from './app-error.js';
export { callerNetwork } from './caller-network.js';
export * from './canonical-json.js';
export * from './clock.js';
export * from './decimal.js';
export * from './env.js';
export * from './error-codes.js';
export * from './group-by.js';
export * from './ids.js';
