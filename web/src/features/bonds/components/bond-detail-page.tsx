import { useState } from "react";
import { Notice } from "@/components/notice";
import { PageTitle } from "@/components/page-title";
import { Skeleton } from "@/components/skeleton";
import { ProblemError } from "@/lib/http/problem";
import { Link, navigate, usePlace } from "@/lib/router/router";
import { recall, remember } from "@/lib/storage";
import { useBond } from "../api/get-bond";
import { type Language, languageOf } from "../model/language";
import { readSize } from "../model/trade-size";
import { wayBack } from "../model/way-back";
import styles from "./bond-detail-page.module.css";
import { BondTranslation } from "./bond-translation";

const LANGUAGE = "language";

/** A bond's page. The size to sell lives in the address, so that it can be shared; the language is the reader's own. */
export function BondDetailPage({ isin }: { isin: string }) {
  const size = readSize(usePlace().query.get("size") ?? "");
  const [language, setLanguage] = useState(() => languageOf(recall(LANGUAGE)));
  const bond = useBond({ isin, size, language });
  const choose = (next: Language): void => {
    remember(LANGUAGE, next);
    setLanguage(next);
  };
  return (
    <>
      <p className={styles.back}>
        <Link href={wayBack()}>
          <span aria-hidden="true">←</span> All bonds
        </Link>
      </p>
      {bond.data ? (
        <BondTranslation
          answer={bond.data}
          usualSize={size === null}
          isLoading={bond.isPlaceholderData}
          language={language}
          onLanguage={choose}
          onSize={(next) => navigate(`/bonds/${encodeURIComponent(isin)}?size=${next}`, "replace")}
        />
      ) : null}
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
