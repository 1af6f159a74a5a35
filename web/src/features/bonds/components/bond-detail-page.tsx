import { Notice } from "@/components/notice";
import { PageTitle } from "@/components/page-title";
import { Skeleton } from "@/components/skeleton";
import { ProblemError } from "@/lib/http/problem";
import { Link } from "@/lib/router/router";
import { useBond } from "../api/get-bond";
import { wayBack } from "../model/way-back";
import styles from "./bond-detail-page.module.css";
import { BondTranslation } from "./bond-translation";

export function BondDetailPage({ isin }: { isin: string }) {
  const bond = useBond(isin);
  return (
    <>
      <p className={styles.back}>
        <Link href={wayBack()}>
          <span aria-hidden="true">←</span> All bonds
        </Link>
      </p>
      {bond.data ? <BondTranslation answer={bond.data} /> : null}
      {bond.isPending && (
        <>
          <PageTitle title={isin} />
          <Skeleton lines={8} label="Loading the bond" />
        </>
      )}
      {bond.isError && !bond.data && <Unavailable isin={isin} error={bond.error} retry={() => void bond.refetch()} />}
    </>
  );
}

function Unavailable({ isin, error, retry }: { isin: string; error: Error; retry: () => void }) {
  const status = error instanceof ProblemError ? error.status : null;
  if (status === 404 || status === 400) {
    return (
      <>
        <PageTitle title="We do not know this bond" />
        <Notice
          text={
            status === 404
              ? `Nothing has been observed for ${isin}. Check the ISIN, or look for the issuer in the list.`
              : `${isin} is not a valid ISIN. An ISIN has twelve characters, such as CH0012345678.`
          }
        >
          <Link className="button" href="/">
            See all bonds
          </Link>
        </Notice>
      </>
    );
  }

  return (
    <>
      <PageTitle title={isin} />
      <Notice tone="error" title="This bond could not be loaded" text={error.message}>
        <button type="button" className="button" onClick={retry}>
          Try again
        </button>
      </Notice>
    </>
  );
}
