/** Of the steps by which numbers rise, one so long leads to none, but goes on with the next. */
export const STRIDE = 0xffff;
