import { Segmented } from "@/components/segmented";
import { type Certificate, CERTIFICATES } from "../api/market-contracts";
import { OPERATION_STATUSES, type OperationStatus } from "../api/operation-contracts";
import { type OperationFilter, STATUS_WORDS } from "../model/operations";
import styles from "./page.module.css";

const OPTIONS: readonly { value: Certificate | null; text: string }[] = [{ value: null, text: "All" }, ...CERTIFICATES.map((value) => ({ value, text: value }))];

interface OperationFiltersProps {
  filter: OperationFilter;
  onChange: (filter: OperationFilter) => void;
}

export function OperationFilters({ filter, onChange }: OperationFiltersProps) {
  return (
    <div className={styles.filters}>
      <Segmented label="Certificate" options={OPTIONS} value={filter.certificate} onChange={(certificate) => onChange({ ...filter, certificate })} />
      <label>
        <span className="visually-hidden">Status</span>
        <select
          value={filter.status ?? ""}
          onChange={(event) => onChange({ ...filter, status: event.target.value === "" ? null : (event.target.value as OperationStatus) })}
        >
          <option value="">Any status</option>
          {OPERATION_STATUSES.map((status) => (
            <option key={status} value={status}>
              {STATUS_WORDS[status]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
