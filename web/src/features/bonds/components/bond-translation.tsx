import { PageTitle } from "@/components/page-title";
import { formatDay } from "@/lib/format/dates";
import { formatCoupon } from "@/lib/format/numbers";
import { useAudience } from "@/lib/services";
import type { LiquidityRiskAnswer } from "../api/contracts";
import { useLiveBond } from "../api/use-live-bond";
import type { Language } from "../model/language";
import { BondAlerts } from "./bond-alerts";
import styles from "./bond-detail-page.module.css";
import { ProfessionalView } from "./professional-view";
import { RetailView } from "./retail-view";

export interface BondViewProps {
  /** With the newest figures. */
  answer: LiquidityRiskAnswer;
  /** Whether the answer to another size or language is under way. */
  isLoading: boolean;
  language: Language;
  onLanguage: (language: Language) => void;
  onSize: (size: number) => void;
}

interface BondTranslationProps extends BondViewProps {
  usualSize: boolean;
}

/** A bond from top to bottom, for whoever reads. */
export function BondTranslation({ answer, usualSize, ...view }: BondTranslationProps) {
  const audience = useAudience();
  const live = useLiveBond(answer, { usualSize, english: view.language === "en" });
  const { bond } = live;
  const facts = bond && [
    live.isin,
    bond.coupon_percent === null ? null : formatCoupon(bond.coupon_percent),
    bond.maturity && `repaid ${formatDay(bond.maturity)}`,
    bond.currency,
    `rated ${bond.rating}`,
  ];
  return (
    <article>
      <PageTitle title={bond?.issuer ?? live.isin} />
      {facts && <p className={styles.subtitle}>{facts.filter(Boolean).join(" · ")}</p>}
      <BondAlerts isin={live.isin} />
      {audience === "retail" ? (
        <RetailView answer={live} {...view} />
      ) : (
        <ProfessionalView answer={live} translatedAt={answer.as_of} {...view} />
      )}
    </article>
  );
}
