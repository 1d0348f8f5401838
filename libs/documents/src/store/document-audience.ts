/** Who may read a document beside the province's own people. */
export interface DocumentAudience {
  /** Its bureau reads it; where null that of the center. */
  readonly regionId: string | null;
  /** The operators of this organization read it once it is released; where null those of the center's lead. */
  readonly organizationId: string | null;
  /** A person who may read it whatever else they may: an expert the own sheet, who objected the answer. */
  readonly accountId: string | null;
  /** Everybody of the tenant reads it once it is released, and so does the public portal. */
  readonly public: boolean;
  /** Nobody reads it but that person and whom a feature grants `confidential: true`: who said what in an assessment. */
  readonly confidential: boolean;
}

/** Nobody but the province. */
export const NO_AUDIENCE: DocumentAudience = {
  regionId: null,
  organizationId: null,
  accountId: null,
  public: false,
  confidential: false,
};
