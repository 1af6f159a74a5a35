import { HalfGauge } from "@/components/half-gauge";
import type { Audience } from "@/lib/services";
import type { LiquidityProfile } from "../api/contracts";
import { LEVEL_MEANINGS, LEVEL_WORDS, wordsFor } from "../model/wording";
import { indexText } from "./texts";

/** Where one band ends and the next begins. */
const BOUNDS = [30, 50, 70, 85];

/** How easy the bond is to sell: the fuller the better. */
export function IndexGauge({ profile, audience }: { profile: LiquidityProfile; audience: Audience }) {
  const { liquidity_index: index, liquidity_level: band } = profile;
  const level = band ?? "not_assessed";
  const name = wordsFor(audience).index;
  const text = indexText(index, audience);
  const spoken = index === null ? `${name}: not assessed` : `${name}: ${text} out of 100, ${LEVEL_WORDS[level]}`;
  return (
    <HalfGauge field="gauge" score={index} text={text} spoken={spoken} bounds={BOUNDS}>
      <span>{name}</span>
      <strong>{LEVEL_WORDS[level]}</strong>
      <span>{profile.not_assessed_reason ?? LEVEL_MEANINGS[level]}</span>
    </HalfGauge>
  );
}
