import { type ReactNode, useEffect } from "react";
import { Notice } from "@/components/notice";
import { PageTitle } from "@/components/page-title";
import { Skeleton } from "@/components/skeleton";
import { navigate, usePlace } from "@/lib/router/router";
import { useOwnWallet } from "@/lib/session/use-own-wallet";
import { useUser } from "@/lib/session/use-user";
import { recall, remember } from "@/lib/storage";
import type { WalletSummaryAnswer } from "../api/contracts";
import { useSummary } from "../api/get-summary";
import { useBoundWallets } from "../api/list-bound-wallets";
import { useLiveWallet } from "../api/use-live-wallet";
import { chosenWallet, walletHref } from "../model/chosen-wallet";
import { addressFault, refusalOf } from "../model/refusals";
import { AddressBar } from "./address-bar";
import { ProvenWallets } from "./proven-wallets";
import { WalletNav } from "./wallet-nav";
import { StaleNotice } from "./stale-notice";
import styles from "./wallet-page.module.css";
import { WalletTrouble } from "./wallet-trouble";

const lastOf = (user: string): string => `wallet.${user}`;

interface WalletPageProps {
  title: string;
  lead: string;
  children: (summary: WalletSummaryAnswer) => ReactNode;
}

/** The frame of a page about one wallet: which one it is, and what is known of it or why nothing is. */
export function WalletPage({ title, lead, children }: WalletPageProps) {
  const { path, query } = usePlace();
  const own = useOwnWallet();
  const bound = useBoundWallets();
  const proven = bound.data?.items.map(({ wallet_address }) => wallet_address) ?? [];
  const wallet = chosenWallet(query.get("wallet"), own, recall(lastOf(useUser())), proven);
  const show = (address: string): void => navigate(walletHref(path, address), "replace");
  return (
    <>
      <WalletNav />
      <div className={styles.head}>
        <div>
          <PageTitle title={title} />
          <p className={styles.lead}>{lead}</p>
        </div>
      </div>
      {wallet === null ? (
        <>
          <AddressBar wallet="" fault={null} own={own} proven={proven} onShow={show} />
          {bound.isPending ? (
            <Skeleton lines={4} label="Loading your wallets" />
          ) : (
            <Notice title="Which wallet?" text="Enter an address above. You can read a wallet once you have proven that it is yours." />
          )}
        </>
      ) : (
        <OneWallet key={wallet.toLowerCase()} wallet={wallet} own={own} proven={proven} onShow={show}>
          {children}
        </OneWallet>
      )}
      <ProvenWallets />
    </>
  );
}

interface OneWalletProps {
  wallet: string;
  own: string | null;
  proven: readonly string[];
  onShow: (wallet: string) => void;
  children: (summary: WalletSummaryAnswer) => ReactNode;
}

function OneWallet({ wallet, own, proven, onShow, children }: OneWalletProps) {
  const { data, error, isPending, refetch } = useSummary(wallet);
  const user = useUser();
  const isReadable = data !== undefined && (error === null || refusalOf(error) === "other");
  useEffect(() => {
    if (isReadable) remember(lastOf(user), wallet);
  }, [isReadable, user, wallet]);
  return (
    <>
      <AddressBar wallet={wallet} fault={addressFault(error)} own={own} proven={proven} onShow={onShow} />
      {isReadable && error && <StaleNotice words={`These figures could not be read again: ${error.message}`} />}
      {isReadable && <Live summary={data}>{children}</Live>}
      {isPending && <Skeleton lines={12} label="Loading the wallet" />}
      {error && !isReadable && <WalletTrouble wallet={wallet} error={error} onRetry={() => void refetch()} />}
    </>
  );
}

function Live({ summary, children }: { summary: WalletSummaryAnswer; children: (summary: WalletSummaryAnswer) => ReactNode }) {
  return children(useLiveWallet(summary));
}
