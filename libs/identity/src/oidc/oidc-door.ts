import type { SecretBox } from '../credentials/secret-box.js';
import type { OidcRelation } from './oidc-client.js';
import { OIDC_ATTEMPT, OIDC_PROOF, type OidcAttempt, type OidcProof } from './oidc-notes.js';

/** One provider of one tenant, open to those who come by it; what a browser keeps of it opens here only. */
export class OidcDoor {
  constructor(
    private readonly secrets: SecretBox,
    private readonly tenantId: string,
    readonly providerId: string,
    readonly relation: OidcRelation,
  ) {}

  writeAttempt(attempt: OidcAttempt): string {
    return OIDC_ATTEMPT.write(this.secrets, this.place, attempt);
  }

  readAttempt(cookie: string | undefined): OidcAttempt | null {
    return OIDC_ATTEMPT.read(this.secrets, this.place, cookie);
  }

  writeProof(proof: OidcProof): string {
    return OIDC_PROOF.write(this.secrets, this.place, proof);
  }

  readProof(cookie: string | undefined): OidcProof | null {
    return OIDC_PROOF.read(this.secrets, this.place, cookie);
  }

  private get place() {
    return { tenantId: this.tenantId, ownerId: this.providerId };
  }
}
