"""The draws of `tests/src/bin/draws.rs` again, in NumPy: numpy_draws.py ENGINE FOLDER ROUNDS RUNS.

ENGINE is that program, as built; it writes the drawn inputs and the fixed figures into the folder.
This one computes the net present value of its six options over 60 months for every draw, and where asked for the
cost up to the end of each month; holds both against the engine's; and times the two in turns: in each round some runs of the
engine on one thread and on two, then as many of this program in one process and in two.
Printed are medians of all runs, and how many times as long NumPy takes.
Months are a loop, arrays run over draws and are updated in place, and what does not change from
month to month is computed once: the fastest of the usual ways to write this.
Sampling, reading and starting processes are left out of the time; two processes keep their results.
"""

import multiprocessing
import statistics
import subprocess
import sys
import time
from pathlib import Path

import numpy as np

MONTHS = 60
HOURS = 730.0
LIFE = 48
OPTIONS = ["api", "hosted", "rented", "spot", "owned", "leased"]
TOLERANCE = 1e-9


def whole_up(values, scratch):
    """Rounds up in place, but not where a number is whole within one in a thousand million."""
    np.multiply(values, 1e-9, out=scratch)
    np.subtract(values, scratch, out=values)
    np.ceil(values, out=values)


class Inputs:
    """Figures by path: arrays over draws where drawn, else numbers."""

    def __init__(self, folder, part=slice(None)):
        self.figures = {}
        for line in (folder / "figures.txt").read_text().splitlines():
            path, value = line.split("=")
            self.figures[path] = float(value)
        names = (folder / "names.txt").read_text().split("\n\n")[0].split("\n")
        columns = np.fromfile(folder / "inputs.f64").reshape(len(names), -1)[:, part]
        self.draws = columns.shape[1]
        for name, column in zip(names, columns):
            self.figures[name] = np.ascontiguousarray(column)

    def group(self, prefix):
        """The figures of a group by field."""
        start = prefix + "."
        return {
            path[len(start) :]: value
            for path, value in self.figures.items()
            if path.startswith(start)
        }


def price_per_call(load, plan):
    cached, written = load["cached_input_share"], load["cache_write_share"]
    row = (
        plan["input_usd_per_million_tokens"] * max(1.0 - cached - written, 0.0)
        + plan["cached_input_usd_per_million_tokens"] * cached
        + plan["cache_write_usd_per_million_tokens"] * written
    )
    call = (
        load["input_tokens_per_request"] * row
        + load["output_tokens_per_request"] * plan["output_usd_per_million_tokens"]
    ) / 1e6
    batch = 1.0 - load["batch_share"] * plan["batch_discount"]
    return call * batch * (1.0 - plan["negotiated_discount"])


def tokens_per_second(load, serving):
    """Throughput of one replica by memory, bandwidth and arithmetic."""
    total = serving["parameters_total_billion"] * 1e9
    active = serving["parameters_active_billion"] * 1e9
    gpus = serving["gpus_per_replica"]
    bandwidth = (
        serving["bandwidth_gigabytes_per_second_per_gpu"] * 1e9 * gpus * serving["bandwidth_efficiency"]
    )
    arithmetic = serving["teraflops_per_gpu"] * 1e12 * gpus * serving["compute_efficiency"]
    into, out = load["input_tokens_per_request"], np.maximum(load["output_tokens_per_request"], 1.0)
    weights = total * serving["bits_per_weight"] / 8.0
    memory = serving["memory_gigabytes_per_gpu"] * 1e9 * gpus * serving["usable_memory_share"]

    def cache(tokens):
        window = np.minimum(tokens, serving["window_tokens"])
        return serving["kv_cache_bytes_per_token"] * tokens + serving["window_cache_bytes_per_token"] * window

    room = np.floor((memory - weights) / np.maximum(cache(into + out), 1.0) * (1.0 + 1e-9))
    on_average = cache(into + out * 0.5)
    prefill = active * 2.0 * into * (1.0 - load["cached_input_share"]) / arithmetic
    largest = serving["largest_batch"]
    target = load["target_tokens_per_second"]
    in_time = largest
    if target > 0.0:
        budget = (bandwidth / target - weights) / (on_average + bandwidth * prefill / out)
        in_time = np.maximum(np.floor(budget * (1.0 + 1e-9)), 1.0)
    batch = np.maximum(np.minimum(np.minimum(room, largest), in_time), 1.0)
    read = weights * (1.0 - (1.0 - active / total) ** batch) + batch * on_average
    step = np.maximum(read / bandwidth, batch * active * 2.0 / arithmetic)
    return (into + out) / (prefill + out * step / batch)


def memory(draws, months):
    """Net present value by option and draw, and where asked for cost by option, month and draw."""
    cumulative = np.zeros((len(OPTIONS), MONTHS + 1, draws)) if months else None
    return np.zeros((len(OPTIONS), draws)), cumulative


def evaluate(inputs, present, cumulative):
    """Fills the memory of an earlier evaluation, as the engine does."""
    draws = inputs.draws
    load = inputs.group("workload")
    salaries = inputs.group("salaries")
    shrink = 1.0 / (1.0 + inputs.figures["finance.discount_rate_per_year"]) ** (1.0 / 12.0)
    growth = np.broadcast_to(1.0 + load["growth_per_month"], draws).copy()
    calls = np.broadcast_to(load["requests_per_month"], draws).copy()
    calls *= 1.0 - load["answer_cache_share"]
    calls /= 1.0 - load["failed_call_share"]
    per_call = load["input_tokens_per_request"] + load["output_tokens_per_request"]
    peak = per_call / (load["active_hours_per_month"] * 3600.0) * load["peak_factor"]
    plans = [make(inputs, name, load, peak) for name in OPTIONS]
    standing = []
    for place, (name, plan) in enumerate(zip(OPTIONS, plans)):
        about = f"options.{name}"
        start, monthly = standing_costs(inputs, about, salaries)
        standing.append(monthly)
        present[place] = start
    cost, scratch = np.empty(draws), np.empty(draws)
    factor = 1.0
    # What is bought at the start of the first month is paid before it.
    for place, plan in enumerate(plans):
        plan.start(calls, cost, scratch)
        present[place] += cost
        if cumulative is not None:
            cumulative[place, 0] = present[place]
    following = calls.copy()
    for month in range(MONTHS):
        factor *= shrink
        if month + 1 < MONTHS:
            np.multiply(calls, growth, out=following)
        for place, (name, plan) in enumerate(zip(OPTIONS, plans)):
            running = plan.month(month, calls, following, cost, scratch)
            if standing[place] is not None:
                cost += standing[place]
            if month == MONTHS - 1:
                cost += exit_cost(inputs, f"options.{name}", running)
            if cumulative is not None:
                np.add(cumulative[place, month], cost, out=cumulative[place, month + 1])
            cost *= factor
            present[place] += cost
        calls, following = following, calls


def standing_costs(inputs, about, salaries):
    people, upkeep = inputs.group(about + ".people"), inputs.group(about + ".maintenance")
    rounds, moving = inputs.group(about + ".customisation"), inputs.group(about + ".transition")
    work = (
        people["platform_engineer_fte"] * salaries["platform_engineer_usd_per_month"]
        + people["ml_engineer_fte"] * salaries["ml_engineer_usd_per_month"]
        + people["governance_fte"] * salaries["governance_usd_per_month"]
    )
    care = (
        upkeep["model_updates_per_year"] * upkeep["usd_per_model_update"] / 12.0
        + upkeep["security_patches_per_year"] * upkeep["usd_per_security_patch"] / 12.0
        + upkeep["performance_work_usd_per_month"]
        + upkeep["services_usd_per_month"]
    )
    first = rounds["compute_usd"] + rounds["data_usd"] + rounds["people_usd"]
    repeats = first * rounds["repeat_cost_share"] * rounds["repeats_per_year"] / 12.0
    monthly = work + care + repeats + inputs.figures[about + ".licence.licence_usd_per_month"]
    return (
        first + moving["implementation_usd"] + moving["migration_usd"],
        monthly if np.any(monthly) else None,
    )


def exit_cost(inputs, about, running):
    leaving = inputs.group(about + ".transition")
    work = leaving["exit_reprompting_usd"] + leaving["exit_reevaluation_usd"] + leaving["exit_egress_usd"]
    return (work + leaving["exit_parallel_run_months"] * running) * leaving["exit_probability"]


class PriceList:
    def __init__(self, inputs, name, load):
        plan = inputs.group(f"options.{name}.token_plan")
        change = np.broadcast_to(plan["newest_of_tier_change_per_year"], inputs.draws)
        self.price = price_per_call(load, plan) * np.ones(inputs.draws)
        self.step = (1.0 + change) ** (1.0 / 12.0)
        self.least = plan["minimum_commitment_usd_per_month"]

    def start(self, calls, cost, scratch):
        cost.fill(0.0)

    def month(self, month, calls, following, cost, scratch):
        if month > 0:
            self.price *= self.step
        np.multiply(calls, self.price, out=cost)
        np.maximum(cost, self.least, out=cost)
        return cost.copy() if month == MONTHS - 1 else None


class Rent:
    def __init__(self, inputs, name, load, peak):
        serving = inputs.group(f"options.{name}.serving")
        rent = inputs.group(f"options.{name}.rented")
        speed = tokens_per_second(load, serving) * serving["planned_utilisation"]
        self.per_call = np.ones(inputs.draws) * peak / speed
        spot = rent["spot_share"] * (1.0 - rent["spot_discount"]) * (1.0 + rent["spot_extra_share"])
        on_demand = max(1.0 - rent["reserved_share"] - rent["spot_share"], 0.0)
        on_terms = rent["reserved_share"] * (1.0 - rent["reserved_discount"])
        hour = rent["usd_per_gpu_hour"] * serving["gpus_per_replica"] * (spot + on_demand + on_terms)
        self.price = hour * HOURS * (1.0 + rent["overhead_share"]) * np.ones(inputs.draws)
        self.step = (1.0 + rent["rent_change_per_year"]) ** (1.0 / 12.0)
        self.least, self.spare = rent["minimum_replicas"], rent["spare_replicas"]

    def start(self, calls, cost, scratch):
        cost.fill(0.0)

    def month(self, month, calls, following, cost, scratch):
        if month > 0 and self.step != 1.0:
            self.price *= self.step
        np.multiply(calls, self.per_call, out=cost)
        whole_up(cost, scratch)
        np.maximum(cost, self.least, out=cost)
        cost += self.spare
        cost *= self.price
        return cost.copy() if month == MONTHS - 1 else None


class Servers:
    def __init__(self, inputs, name, load, peak):
        serving = inputs.group(f"options.{name}.serving")
        own = inputs.group(f"options.{name}.owned")
        speed = tokens_per_second(load, serving) * serving["planned_utilisation"]
        ones = np.ones(inputs.draws)
        self.per_call = ones * peak / speed
        self.spare, self.least = own["spare_replicas"], own["minimum_servers"]
        self.gpus = serving["gpus_per_replica"] / own["gpus_per_server"]
        power = own["kilowatts_per_server"] * own["average_load_share"] * own["power_usage_effectiveness"]
        self.energy = ones * (
            power * HOURS * own["electricity_usd_per_kilowatt_hour"]
            + own["kilowatts_per_server"] * own["colocation_usd_per_kilowatt_month"]
        )
        self.price = own["server_price_usd"]
        self.residual = self.price * own["residual_share"]
        self.upkeep = (
            self.price * own["maintenance_share_per_year"] / 12.0 + own["network_usd_per_server_month"]
        )
        self.life = LIFE
        self.financed = name == "leased"
        monthly = self.energy + self.upkeep
        if self.financed:
            rate = (1.0 + own["cost_of_capital_per_year"]) ** (1.0 / 12.0) - 1.0
            shrink = (1.0 + own["cost_of_capital_per_year"]) ** (-self.life / 12.0)
            monthly = monthly + (self.price - self.residual * shrink) * rate / (1.0 - shrink)
        self.monthly = monthly
        self.servers = np.empty(inputs.draws)
        self.next = np.empty(inputs.draws)
        self.bought = []

    def count(self, calls, out, scratch):
        np.multiply(calls, self.per_call, out=out)
        whole_up(out, scratch)
        out += self.spare
        out *= self.gpus
        whole_up(out, scratch)
        np.maximum(out, self.least, out=out)

    def start(self, calls, cost, scratch):
        self.count(calls, self.servers, scratch)
        if self.financed:
            cost.fill(0.0)
            return
        self.bought.append(self.servers.copy())
        np.multiply(self.servers, self.price, out=cost)

    def month(self, month, calls, following, cost, scratch):
        np.multiply(self.servers, self.monthly, out=cost)
        running = self.servers * self.energy if month == MONTHS - 1 else None
        if month + 1 < MONTHS:
            self.count(following, self.next, scratch)
            np.maximum(self.next, self.servers, out=self.next)
            if not self.financed:
                more = self.next - self.servers
                if month + 1 >= self.life:
                    retired = self.bought[month + 1 - self.life]
                    more += retired
                    np.multiply(retired, self.residual, out=scratch)
                    cost -= scratch
                np.multiply(more, self.price, out=scratch)
                cost += scratch
                self.bought.append(more)
            self.servers, self.next = self.next, self.servers
        elif not self.financed:
            loss = (self.price - self.residual) / self.life
            for when in range(max(MONTHS - self.life, 0), MONTHS):
                cost -= self.bought[when] * (self.price - loss * (MONTHS - when))
        return running


def make(inputs, name, load, peak):
    if name in ("api", "hosted"):
        return PriceList(inputs, name, load)
    if name in ("rented", "spot"):
        return Rent(inputs, name, load, peak)
    return Servers(inputs, name, load, peak)


def timed(inputs, results, runs):
    times = []
    for _ in range(runs):
        begin = time.perf_counter()
        evaluate(inputs, *results)
        times.append((time.perf_counter() - begin) * 1e3)
    return times


def work(folder, part, months, start, done):
    inputs = Inputs(folder, part)
    results = memory(inputs.draws, months)
    evaluate(inputs, *results)
    while True:
        start.wait()
        evaluate(inputs, *results)
        done.wait()


class Two:
    """Two processes that hold half of the draws each."""

    def __init__(self, folder, draws, months):
        self.start, self.done = multiprocessing.Barrier(3), multiprocessing.Barrier(3)
        for part in slice(0, draws // 2), slice(draws // 2, draws):
            about = (folder, part, months, self.start, self.done)
            multiprocessing.Process(target=work, args=about, daemon=True).start()

    def timed(self, runs):
        times = []
        for _ in range(runs):
            self.start.wait()
            begin = time.perf_counter()
            self.done.wait()
            times.append((time.perf_counter() - begin) * 1e3)
        return times


def compare(folder, inputs):
    """Stops where the two programs do not compute the same."""
    results = memory(inputs.draws, True)
    evaluate(inputs, *results)
    for name, found in zip(("npv.f64", "months.f64"), results):
        expected = np.fromfile(folder / name).reshape(found.shape)
        off = np.abs(found - expected) / np.maximum(np.abs(expected), 1.0)
        if not np.all(off < TOLERANCE):
            sys.exit(f"{name}: off by up to {off.max()}")


def main():
    engine, folder, rounds, runs = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    subprocess.run([engine, "write", folder], check=True)
    inputs = Inputs(folder)
    compare(folder, inputs)
    kinds = ("npv", "months")
    results = {kind: memory(inputs.draws, kind == "months") for kind in kinds}
    two = {kind: Two(folder, inputs.draws, kind == "months") for kind in kinds}
    times = {}
    for kind in kinds:
        # The first run of each asks the system for memory and does not count.
        timed(inputs, results[kind], 1)
        two[kind].timed(1)
    for _ in range(rounds):
        said = subprocess.run([engine, "time", str(runs)], check=True, capture_output=True, text=True).stdout
        for line in said.splitlines():
            kind, threads, *engine_times = line.split()
            times.setdefault((kind, "engine", int(threads)), []).extend(map(float, engine_times))
        for kind in kinds:
            times.setdefault((kind, "numpy", 1), []).extend(timed(inputs, results[kind], runs))
            times.setdefault((kind, "numpy", 2), []).extend(two[kind].timed(runs))
    print(f"NumPy {np.__version__}, {rounds} rounds of {runs} runs, {inputs.draws} draws")
    for kind, words in zip(kinds, ("net present value", "net present value, and cost up to each month")):
        print(words)
        median = {}
        for (of, program, workers), list_ in times.items():
            if of == kind:
                median[program, workers] = statistics.median(list_)
                print(f"  {program} on {workers}: median {median[program, workers]:.2f} ms, best {min(list_):.2f} ms")
        for workers in (1, 2):
            ratio = median["numpy", workers] / median["engine", 2]
            print(f"  NumPy on {workers} over the engine on 2: {ratio:.1f}")


if __name__ == "__main__":
    main()
