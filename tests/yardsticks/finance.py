"""Random reference cases, answered by numpy-financial and SciPy.

Prints them in the format of docs/methods/reference-cases.md; `tests/heavy yardstick` puts them to
the engine. The seed is an argument, so that a failure can be had again: finance.py [SEED [COUNT]].
"""

import json
import random
import sys
from datetime import date, timedelta

import numpy as np
import numpy_financial as npf
from scipy.optimize import brentq
from scipy.special import comb

seed = int(sys.argv[1]) if len(sys.argv) > 1 else 1
count = int(sys.argv[2]) if len(sys.argv) > 2 else 200
dice = random.Random(seed)
cases = []


def case(method, inputs, expected, absolute=1e-6, relative=1e-9):
    number = len(cases) + 1
    cases.append(
        {
            "id": f"{method}-{seed}-{number}",
            "method": method,
            "inputs": inputs,
            "expected": expected,
            "tolerance": {"abs": absolute, "rel": relative},
            "source": {"citation": f"tests/yardsticks/finance.py, seed {seed}"},
        }
    )


def flows():
    """An outlay, then income: one change of sign, so one internal rate of return."""
    income = [round(dice.uniform(1, 1000), 2) for _ in range(dice.randint(2, 40))]
    return [-round(sum(income) * dice.uniform(0.3, 0.95), 2)] + income


def rate():
    return round(dice.uniform(0.001, 0.4), 4)


for _ in range(count):
    cash, yearly = flows(), rate()
    case(
        "npv",
        {"annual_rate": yearly, "cashflows": cash},
        {"periodic_rate": yearly, "npv": float(npf.npv(yearly, cash))},
    )
    # The rate is found in s = ln(1 + r), where it lies for these flows.
    times = np.arange(len(cash))
    root = brentq(lambda s: float(np.dot(cash, np.exp(-s * times))), 0.0, 20.0, xtol=1e-15)
    case("irr", {"cashflows": cash}, {"irr": float(np.expm1(root))}, 1e-9, 1e-8)

    finance, reinvest = rate(), rate()
    case(
        "mirr",
        {"cashflows": cash, "finance_rate": finance, "reinvest_rate": reinvest},
        {"mirr": float(npf.mirr(cash, finance, reinvest))},
        1e-9,
        1e-8,
    )

    periods, amount = dice.randint(1, 120), round(dice.uniform(10, 1e6), 2)
    case(
        "annuity",
        {"op": "payment", "rate": yearly, "n": periods, "present_value": amount},
        {"payment": -float(npf.pmt(yearly, periods, amount))},
    )
    case(
        "annuity",
        {"op": "present_value", "rate": yearly, "n": periods, "payment": amount},
        {"present_value": -float(npf.pv(yearly, periods, amount))},
    )
    case(
        "annuity",
        {"op": "future_value", "rate": yearly / 12, "n": periods, "payment": amount},
        {"future_value": -float(npf.fv(yearly / 12, periods, amount, 0))},
    )

    start = date(2024, 1, 1) + timedelta(days=dice.randint(0, 700))
    days = np.cumsum([0] + [dice.randint(1, 200) for _ in cash[1:]])
    worth = float(np.dot(cash, (1 + yearly) ** (-days / 365.0)))
    dates = [(start + timedelta(days=int(day))).isoformat() for day in days]
    case("xnpv", {"dates": dates, "cashflows": cash, "rate": yearly}, {"xnpv": worth})

    samples = dice.randint(1, 400)
    passed = dice.randint(0, samples)
    drawn = dice.randint(1, samples)
    none = comb(samples - passed, drawn, exact=True) / comb(samples, drawn, exact=True)
    naive = 1 - (1 - passed / samples) ** drawn
    case(
        "pass_at_k",
        {"n": [samples], "c": [passed], "k": drawn},
        {"per_problem": [1 - none], "mean": 1 - none, "naive_mean": naive},
        1e-10,
        1e-9,
    )

json.dump(cases, sys.stdout)
