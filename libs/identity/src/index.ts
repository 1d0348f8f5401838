export { Account } from './account.entity.js';
export { DevelopmentTokensRefused } from './development-authenticator.js';
export { newDevelopmentToken } from './development-token.js';
export { IdentityModule } from './identity.module.js';
