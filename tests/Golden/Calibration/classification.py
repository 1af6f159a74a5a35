"""Writes classification.csv with scikit-learn 1.2 (roc_auc_score, log_loss, accuracy, precision, recall, f1), an implementation apart from the product's.

Debian: apt-get install python3-sklearn;  /usr/bin/python3 classification.py  (in this folder)
"""

import numpy as np
from sklearn.metrics import accuracy_score, f1_score, log_loss, precision_score, recall_score, roc_auc_score

rng = np.random.default_rng(20260105)
with open("classification.csv", "w") as out:
    print("auc,logloss,accuracy,precision,recall,f1,predicted,happened", file=out)
    for n, digits in ((5, 6), (40, 1), (200, 2), (400, 6)):
        p = np.clip(np.round(rng.uniform(size=n), digits), 0.01, 0.99)
        y = (rng.uniform(size=n) < 0.2 + 0.6 * p).astype(int)
        y[:2] = 0, 1
        q = p >= 0.5
        numbers = (roc_auc_score(y, p), log_loss(y, p), accuracy_score(y, q), precision_score(y, q), recall_score(y, q), f1_score(y, q))
        print(*(repr(float(v)) for v in numbers), " ".join(repr(float(v)) for v in p), " ".join(map(str, y)), sep=",", file=out)
