import { type SubmitEvent, useState } from "react";
import { Panel } from "@/components/panel";
import { useScenario } from "../api/try-scenario";
import { type Change, isPossible, PRESETS, UNCHANGED } from "../model/scenario";
import styles from "./scenario-panel.module.css";
import { ScenarioResult } from "./scenario-result";

/** What if the market were worse? */
export function ScenarioPanel({ isin, size }: { isin: string; size: number }) {
  const scenario = useScenario(isin);
  const [change, setChange] = useState<Change>(UNCHANGED);
  const run = (what: Change): void => {
    setChange(what);
    scenario.mutate({ ...what, trade_size: size });
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (isPossible(change)) run(change);
  };
  const set = (part: Partial<Change>): void => setChange({ ...change, ...part });
  return (
    <Panel anchor="what-if" title="What if" note="Nothing is stored; the market stays as it is">
      <div className={styles.scenario} data-field="scenario">
        <div className={styles.presets} role="group" aria-label="Usual scenarios">
          {PRESETS.map((preset) => (
            <button key={preset.name} type="button" disabled={scenario.isPending} onClick={() => run(preset.change)}>
              {preset.name}
            </button>
          ))}
        </div>
        <form onSubmit={submit}>
          <NumberField label="Spread ×" value={change.spread_factor} min={0.1} max={20} step={0.1} onChange={(v) => set({ spread_factor: v })} />
          <NumberField label="Depth ×" value={change.depth_factor} min={0} max={20} step={0.1} onChange={(v) => set({ depth_factor: v })} />
          <NumberField label="Rating steps down" value={change.rating_notches_down} min={0} max={21} step={1} onChange={(v) => set({ rating_notches_down: v })} />
          <label className={styles.check}>
            <input type="checkbox" checked={change.market_maker_offline} onChange={(e) => set({ market_maker_offline: e.target.checked })} />
            Market maker offline
          </label>
          <button type="submit" className="button" disabled={scenario.isPending || !isPossible(change)}>
            {scenario.isPending ? "Working it out" : "Try it"}
          </button>
        </form>
        {scenario.isError && <p role="alert">{scenario.error.message}</p>}
        <div aria-live="polite" aria-busy={scenario.isPending}>
          {scenario.data && <ScenarioResult answer={scenario.data} />}
        </div>
      </div>
    </Panel>
  );
}

interface NumberFieldProps {
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  onChange: (value: number) => void;
}

function NumberField({ label, onChange, value, ...range }: NumberFieldProps) {
  return (
    <label className={styles.number}>
      {label}
      <input
        type="number"
        required
        value={Number.isNaN(value) ? "" : value}
        onChange={(e) => onChange(e.target.valueAsNumber)}
        {...range}
      />
    </label>
  );
}
