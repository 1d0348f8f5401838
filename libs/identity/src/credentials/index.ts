export { hashPassword, needsRehash, verifyPassword } from './password-hasher.js';
export { isPasswordExpired, minimumAgeFault, passwordFaults } from './password-rules.js';
export { newRecoveryCodes, recoveryCodeHash } from './recovery-codes.js';
export { newSecretKey, SecretBox, SecretBoxError, type SecretPlace } from './secret-box.js';
export {
  newApiToken,
  newSecretToken,
  readSecretToken,
} from './secret-tokens.js';
export {
  DEFAULT_SECURITY_POLICY,
  LONGEST_HISTORY,
  type PasswordPolicy,
  type SecurityPolicy,
  securityPolicySchema,
  type ThrottlePolicy,
} from './security-policy.js';
export { newTemporaryPassword } from './temporary-password.js';
export { type NewTotp, newTotp, verifyTotp } from './totp.js';
