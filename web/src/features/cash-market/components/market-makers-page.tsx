import { useState } from "react";
import { Notice } from "@/components/notice";
import { Segmented } from "@/components/segmented";
import { Skeleton } from "@/components/skeleton";
import { useMakers } from "../api/list-makers";
import type { MakerType, MarketMakerAnswer } from "../api/maker-contracts";
import { useLiveMakers } from "../api/use-live-makers";
import { AdminGate } from "./admin-gate";
import { CreateMakerModal } from "./create-maker-modal";
import { DeactivateMaker } from "./deactivate-maker";
import { FundMakerModal } from "./fund-maker-modal";
import { type MakerAction, MakerCard } from "./maker-card";
import styles from "./page.module.css";
import cards from "./maker-card.module.css";
import { TransactionsDrawer } from "./transactions-drawer";

const TYPES: readonly { value: MakerType | null; text: string }[] = [
  { value: null, text: "All" },
  { value: "LIQUIDITY_PROVIDER", text: "Liquidity providers" },
  { value: "ASSET_HOLDER", text: "Asset holders" },
];

export function MarketMakersPage() {
  return (
    <AdminGate title="Market makers" lead="Liquidity providers (LP) hold euros and only buy; asset holders (AH) hold certificates and only sell.">
      <MarketMakers />
    </AdminGate>
  );
}

function MarketMakers() {
  const [type, setType] = useState<MakerType | null>(null);
  const [isCreating, setCreating] = useState(false);
  const [chosen, setChosen] = useState<{ action: MakerAction; maker: MarketMakerAnswer } | null>(null);
  const { data, error, isPending, refetch } = useMakers(type);
  useLiveMakers(data?.items ?? []);
  const close = (): void => setChosen(null);
  return (
    <>
      <div className={styles.filters}>
        <Segmented label="Type of market maker" options={TYPES} value={type} onChange={setType} />
        <p className={styles.small} role="status">
          {data && `${data.items.filter(({ is_active }) => is_active).length} active of ${data.items.length}`}
        </p>
        <button type="button" className={`button ${styles.last ?? ""}`} data-kind="main" onClick={() => setCreating(true)}>
          Create market maker
        </button>
      </div>
      {isPending && <Skeleton lines={8} label="Loading market makers" />}
      {error && !data && (
        <Notice tone="error" title="The market makers could not be loaded" text={error.message}>
          <button type="button" className="button" onClick={() => void refetch()}>
            Try again
          </button>
        </Notice>
      )}
      {data?.items.length === 0 && <Notice title="No market makers" text="Create one to bring liquidity into a market." />}
      <ul className={cards.cards}>
        {data?.items.map((maker) => (
          <MakerCard key={maker.id} maker={maker} onAction={(action) => setChosen({ action, maker })} />
        ))}
      </ul>
      {isCreating && <CreateMakerModal onClose={() => setCreating(false)} />}
      {chosen?.action === "fund" && <FundMakerModal maker={chosen.maker} onClose={close} />}
      {chosen?.action === "transactions" && <TransactionsDrawer maker={chosen.maker} onClose={close} />}
      {chosen?.action === "deactivate" && <DeactivateMaker maker={chosen.maker} onClose={close} />}
    </>
  );
}
