import { useEffect } from "react";
import { Notice } from "@/components/notice";
import { PageTitle } from "@/components/page-title";
import { Skeleton } from "@/components/skeleton";
import { formatAmount } from "@/lib/format/numbers";
import { navigate, usePlace } from "@/lib/router/router";
import { useMediaQuery } from "@/lib/use-media-query";
import { useLevelCounts } from "../api/count-levels";
import { useBondList } from "../api/list-bonds";
import { isFiltered, listAddress, type ListQuery, readListQuery, unfiltered } from "../model/list-query";
import { rememberList } from "../model/way-back";
import { BondCards } from "./bond-cards";
import { BondFilters } from "./bond-filters";
import styles from "./bond-list-page.module.css";
import { BondTable } from "./bond-table";
import { LevelStrip } from "./level-strip";

const show = (query: ListQuery): void => navigate(listAddress(query), "replace");

export function BondListPage() {
  const query = readListQuery(usePlace().query);
  const isWide = useMediaQuery("(min-width: 1100px)");
  const counts = useLevelCounts(query);
  const list = useBondList(query);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const total = list.data?.pages[0]?.total ?? 0;
  const currencies = list.data?.pages[0]?.currencies ?? [];
  const address = listAddress(query);
  useEffect(() => rememberList(address), [address]);

  return (
    <>
      <PageTitle title="Bonds" />
      <p className={styles.lead}>How easy each bond is to sell right now, how risky it is and the best way out, from the market as it is observed.</p>
      <LevelStrip counts={counts.data ?? {}} chosen={query.level} onChoose={(level) => show({ ...query, level })} />
      <BondFilters query={query} currencies={currencies} showSort={!isWide} onChange={show} />
      {list.isPending && <Skeleton lines={10} label="Loading bonds" />}
      {list.isError && !list.data && (
        <Notice tone="error" title="The bonds could not be loaded" text={list.error.message}>
          <button type="button" className="button" onClick={() => void list.refetch()}>
            Try again
          </button>
        </Notice>
      )}
      {list.data && (
        <>
          <p className={styles.count} role="status">
            {total === 1 ? "1 bond" : `${formatAmount(total)} bonds`}
            {items.length < total && `, ${formatAmount(items.length)} shown`}
          </p>
          {items.length === 0 && <NoBonds query={query} />}
          {items.length > 0 && (isWide ? <BondTable items={items} query={query} onSort={show} /> : <BondCards items={items} />)}
          {list.hasNextPage && (
            <button
              type="button"
              className={`button ${styles.more ?? ""}`}
              disabled={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
            >
              {list.isFetchingNextPage ? "Loading…" : list.isFetchNextPageError ? "Try again" : "Show more"}
            </button>
          )}
        </>
      )}
    </>
  );
}

function NoBonds({ query }: { query: ListQuery }) {
  if (!isFiltered(query)) return <Notice title="No bonds yet" text="Bonds appear here as soon as their market is observed." />;
  return (
    <Notice title="No bond matches" text="Nothing fits this search and these filters.">
      <button type="button" className="button" onClick={() => show(unfiltered(query))}>
        Clear search and filters
      </button>
    </Notice>
  );
}
