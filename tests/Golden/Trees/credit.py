"""Prints XGBoost 1.7.4's figures on credit.csv (R modeldata, see the data's SOURCES.md) that TreeCreditTests.cs states: every fourth row held out
(index % 4 == 3), categories coded by sorted name, blanks missing.

/usr/bin/python3 credit.py FOLDER-OF-THE-DATA
"""

import sys

import pandas as pd
import xgboost as xgb
from sklearn.metrics import accuracy_score, log_loss, roc_auc_score

table = pd.read_csv(f"{sys.argv[1]}/credit.csv")
label = table.pop("label")
for name in table.columns[[not pd.api.types.is_numeric_dtype(t) for t in table.dtypes]]:
    codes = {value: code for code, value in enumerate(sorted(table[name].dropna().unique()))}
    table[name] = table[name].map(codes)
held = table.index % 4 == 3
train, test = xgb.DMatrix(table[~held].to_numpy(float), label=label[~held]), xgb.DMatrix(table[held].to_numpy(float), label=label[held])
for rounds, settings in ((100, dict(max_depth=4, eta=0.1)), (300, dict(max_depth=3, eta=0.05, subsample=0.8, colsample_bytree=0.8, seed=1)), (50, dict(max_depth=6, eta=0.3)),
                         (50, dict(max_depth=4, eta=0.1, max_bin=8192))):
    model = xgb.train(dict(settings, objective="binary:logistic", tree_method="hist", base_score=0.5, nthread=1), train, rounds)
    p = model.predict(test)
    print(rounds, settings, "AUC", roc_auc_score(label[held], p), "log loss", log_loss(label[held], p.astype(float)), "accuracy", accuracy_score(label[held], p >= 0.5))
