import { Notice } from "@/components/notice";
import { PageTitle } from "@/components/page-title";
import { Skeleton } from "@/components/skeleton";
import { useModel } from "../api/get-model";
import { ModelCard } from "./model-card";
import { WalletNav } from "./wallet-nav";
import styles from "./wallet-page.module.css";

/** What the liquidation model is worth, and who let it in. */
export function ModelPage() {
  const { data, error, isPending, refetch } = useModel();
  return (
    <>
      <WalletNav />
      <div className={styles.head}>
        <PageTitle title="Liquidation model" />
        <p className={styles.lead}>It speaks only while it is better than two plain rules, judged on a later time that it never learned from.</p>
      </div>
      {data && <ModelCard model={data} />}
      {isPending && <Skeleton lines={10} label="Loading the model" />}
      {error && !data && (
        <Notice tone="error" title="The model could not be loaded" text={error.message}>
          <button type="button" className="button" onClick={() => void refetch()}>
            Try again
          </button>
        </Notice>
      )}
    </>
  );
}
