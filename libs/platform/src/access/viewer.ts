/** Who is asking, once signed in. What they may do is asked of `Authority`, never read from here. */
export interface Viewer {
  accountId: string;
  personId: string;
  /** The sign-in this request came with; ended by `signOut`. */
  signInId: string;
}
