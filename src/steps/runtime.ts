/** What a step can reach of the world. A function names the parts that it uses: `Uses<'clock'>`. */
import type { IdTokenEndpoint } from '../credentials/github-id-token.ts';
import type { GitHubConnection } from '../github/connection.ts';
import type { Run, RunTrigger } from '../github/run.ts';
import type { Workflow } from '../github/workflow.ts';
import type { Download } from '../http/download.ts';
import type { Http } from '../http/http.ts';
import type { IgnoredBypasses } from '../http/proxy.ts';
import type { PutFile } from '../http/put-file.ts';
import type { InputName } from '../inputs/input-reader.ts';
import type { Clock } from '../polling/clock.ts';

export interface Runtime {
  readonly workflow: Workflow;
  readonly clock: Clock;
  readonly http: Http;
  /** A queue of its own, so that reading details never takes a slot from polls. */
  readonly httpForDetails: Http;
  readonly download: Download;
  readonly putFile: PutFile;
  /** The folder that paths in inputs are relative to. */
  readonly workspace: string;
  /** Used only by deferred waits. */
  readonly github: GitHubAccess;
  /** From [0, 1). */
  readonly random: () => number;
  /** What started the run. */
  readonly trigger: RunTrigger;
  /** Where the job requests ID tokens; undefined if it may not. */
  readonly idTokens: IdTokenEndpoint | undefined;
  /** Why GitHub withheld the credential, as a clause; undefined if it did not. */
  readonly whyCredentialIsMissing: (input: InputName) => Promise<string | undefined>;
  /**
   * The variable that names a proxy which cannot be used for an address; undefined if there is
   * none.
   */
  readonly ignoredProxy: (url: URL) => string | undefined;
  /** What in `no_proxy` has no effect for an address; undefined if nothing. */
  readonly ignoredBypasses: (url: URL) => IgnoredBypasses | undefined;
}

/** The part of the world that a function uses. */
export type Uses<Name extends keyof Runtime> = Pick<Runtime, Name>;

/** How a step reaches GitHub. */
export interface GitHubAccess {
  readonly readRun: () => Promise<Run>;
  readonly connect: (token: string, baseUrl: string) => Promise<GitHubConnection>;
  /** Distinguishes this wait from any other: lower-case letters and digits. */
  readonly newNonce: () => string;
}
