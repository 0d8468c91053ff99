/** What the platform knows about an image apart from its scans. */

export interface ImageDetails {
  /** Empty if unknown. */
  readonly name: string;
  /** Empty if unknown. */
  readonly version: string;
  /** Over all scans of the image; undefined if the answer has no readable counts. */
  readonly findings: FindingCounts | undefined;
  /** What is readable of counts that are not: there are at least so many. */
  readonly partial?: FindingCounts;
}

export interface FindingCounts {
  /** By type of finding, as the platform names it. */
  readonly counts: Readonly<Record<string, number>>;
  /** How many are in CISA's catalog of Known Exploited Vulnerabilities. */
  readonly kev: number;
}
