import type { ReactNode } from "react";
import styles from "./data-table.module.css";

export interface Column<T> {
  name: string;
  cell: (row: T) => ReactNode;
  isNumber?: boolean;
}

interface DataTableProps<T> {
  caption: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  keyOf: (row: T) => string;
  /** On a narrow screen each row becomes a block of named figures instead of scrolling. */
  stacks?: boolean;
}

/** Rows and columns; the first column names the row. It scrolls within itself where the screen is narrow. */
export function DataTable<T>({ caption, columns, rows, keyOf, stacks = false }: DataTableProps<T>) {
  return (
    <div className={styles.frame} data-stacks={stacks} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ name, isNumber }) => (
              <th key={name} scope="col" data-number={isNumber}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ name, cell, isNumber }, i) =>
                i === 0 ? (
                  <th key={name} scope="row">
                    {cell(row)}
                  </th>
                ) : (
                  <td key={name} data-number={isNumber} data-name={name}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The figures behind a drawing, for whoever wants to read them. */
export function DrawnFigures<T>(props: DataTableProps<T>) {
  return (
    <details className={styles.drawn}>
      <summary>Show the figures</summary>
      <DataTable {...props} />
    </details>
  );
}
