/** One person's way to the api; throws `ApiRefusal`. */
export interface StoryClient {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body?: object): Promise<T>;
  put<T>(path: string, body: object): Promise<T>;
  patch<T>(path: string, body: object): Promise<T>;
  /** Uploads a small text file; gives its id. */
  upload(name: string, content: string): Promise<string>;
}

/** A person who was invited: the link is what they were handed over. */
export interface Invitation {
  readonly login: string;
  readonly token: string;
}

/** Where the story is played: the people of a province who are there already, the clock, and who listens. */
export interface StoryStage {
  readonly administrator: StoryClient;
  readonly officer: StoryClient;
  /** Decides what the first one has prepared. */
  readonly second: StoryClient;
  /** Of the bureau of {@link region}. */
  readonly city: StoryClient;
  readonly region: { readonly id: string; readonly name: string };
  /** Those who are in the pool of experts already. */
  readonly experts: readonly StoryExpert[];
  /** Anybody, without an account. */
  readonly anybody: StoryClient;
  /** Public code of the province. */
  readonly tenantCode: string;
  /** A credit code that nobody has, a new one each time. */
  freeCreditCode(): string;
  /** Takes up an invitation and signs in. */
  enter(invitation: Invitation): Promise<StoryClient>;
  /** Sets the statutory clock. */
  clock(instant: string): Promise<void>;
  /** Waits until it holds, as the worker needs a moment. */
  settle(what: string, holds: () => Promise<boolean>): Promise<void>;
  /** One line of the story. */
  tell(day: string, line: string): void;
}

/** An organization of the story with its operator. */
export interface StoryParty {
  readonly organizationId: string;
  readonly name: string;
  readonly creditCode: string;
  readonly operator: StoryClient;
}

/** An expert of the pool. */
export interface StoryExpert {
  readonly id: string;
  readonly client: StoryClient;
}

/** A row with its version, as lists and views show it. */
export interface Versioned {
  readonly id: string;
  readonly version: number;
  readonly state: string;
}
