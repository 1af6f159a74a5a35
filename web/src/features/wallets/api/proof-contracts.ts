/** What the owner of a wallet is to sign (ERC-4361) with `personal_sign`. */
export interface WalletChallengeAnswer {
  wallet_address: string;
  message: string;
  expires_at: string;
}

/** A wallet that the caller has proven. */
export interface WalletBindingAnswer {
  wallet_address: string;
  bound_at: string;
  expires_at: string;
}

export interface WalletBindingListAnswer {
  items: WalletBindingAnswer[];
}
