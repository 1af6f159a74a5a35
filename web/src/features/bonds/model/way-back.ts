/** The list as the reader left it, so that the way back from a bond leads there. */
let address = "/";

export function rememberList(listAddress: string): void {
  address = listAddress;
}

export const wayBack = (): string => address;
