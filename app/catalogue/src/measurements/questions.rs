//! A table of questions in, the same table with answers out.

use weighbridge_engine::serving::Estimator;

use super::fault::{TableFault, fault_of};
use super::names::Names;
use super::table::read_line;

/// The columns that are added.
pub const ANSWERS: [&str; 3] = ["predicted", "p10", "p90"];

/// The column that is never looked at.
const NEVER_READ: &str = "value";

/// A table with answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Answered {
    /// The table: all columns and rows as they were, with [`ANSWERS`] behind them.
    pub table: String,
    /// Rows that have no answer, with the reason.
    pub unanswered: Vec<TableFault>,
    /// How many rows there were.
    pub rows: usize,
}

/// Answers a table of questions in the columns of `presets/measurements/published.csv`.
///
/// The column `value` is not read.
/// Shapes in a row win over those of its model; a model or hardware that was not measured is looked
/// up in the catalogue, and hardware that stands nowhere can be described in the columns of
/// `hardware.csv`.
/// Other spellings of names, names of formats for bits, and commas between thousands are read.
/// A row that has no answer gets empty cells and a fault.
///
/// # Errors
/// [`TableFault`] where the table has no heading or cannot be read as one.
pub fn answer_table(
    text: &str,
    estimator: &Estimator,
    names: &Names<'_>,
) -> Result<Answered, TableFault> {
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .from_reader(text.as_bytes());
    let headings = reader.headers().map_err(|error| fault_of(&error))?.clone();
    if headings.is_empty() {
        return Err(TableFault {
            line: 1,
            reason: "there is no heading".to_owned(),
        });
    }
    let read: Vec<bool> = headings
        .iter()
        .map(|heading| heading.trim() != NEVER_READ)
        .collect();
    let kept = |record: &csv::StringRecord| -> csv::StringRecord {
        record
            .iter()
            .zip(&read)
            .filter(|(_, read)| **read)
            .map(|(cell, _)| cell.trim())
            .collect()
    };
    let question_headings = kept(&headings);
    let mut writer = csv::Writer::from_writer(Vec::new());
    let write =
        |writer: &mut csv::Writer<Vec<u8>>, cells: &csv::StringRecord, more: [String; 3]| {
            writer
                .write_record(cells.iter().chain(more.iter().map(String::as_str)))
                .map_err(|error| fault_of(&error))
        };
    write(&mut writer, &headings, ANSWERS.map(str::to_owned))?;
    let mut unanswered = Vec::new();
    let mut rows = 0;
    for record in reader.records() {
        let record = record.map_err(|error| fault_of(&error))?;
        rows += 1;
        let line = record.position().map_or(0, csv::Position::line);
        let answer = if record.len() == headings.len() {
            read_line(&kept(&record), &question_headings, names).and_then(|row| {
                let estimate = estimator.estimate(&row.case);
                estimate.map_err(|reason| reason.to_string())
            })
        } else {
            Err(format!(
                "it has {} cells and the heading {}",
                record.len(),
                headings.len()
            ))
        };
        match answer {
            Ok(estimate) => {
                let cells = [estimate.value, estimate.p10, estimate.p90];
                write(&mut writer, &record, cells.map(|cell| format!("{cell:.6}")))?;
            }
            Err(reason) => {
                // As many cells as the heading has, so that the answers stand below theirs.
                let mut cells = record.clone();
                while cells.len() < headings.len() {
                    cells.push_field("");
                }
                write(&mut writer, &cells, <[String; 3]>::default())?;
                unanswered.push(TableFault { line, reason });
            }
        }
    }
    let bytes = writer.into_inner().unwrap_or_default();
    Ok(Answered {
        table: String::from_utf8_lossy(&bytes).into_owned(),
        unanswered,
        rows,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::measurements::{aliases, devices, estimator, models};

    const TABLE: &str = include_str!("../../../../presets/measurements/published.csv");

    fn names() -> Names<'static> {
        Names {
            devices: devices().unwrap(),
            models: models().unwrap(),
            aliases: aliases().unwrap(),
            catalogue: None,
        }
    }

    #[test]
    fn the_measured_value_is_never_looked_at() {
        let estimator = estimator().unwrap();
        let given = answer_table(TABLE, estimator, &names()).unwrap();
        assert_eq!(given.unanswered, []);
        for other in ["", "nonsense", "-1"] {
            let mut reader = csv::Reader::from_reader(TABLE.as_bytes());
            let headings = reader.headers().unwrap().clone();
            let value = headings.iter().position(|one| one == NEVER_READ).unwrap();
            let mut writer = csv::Writer::from_writer(Vec::new());
            writer.write_record(&headings).unwrap();
            for record in reader.records() {
                let record = record.unwrap();
                let cells = record.iter().enumerate();
                writer
                    .write_record(cells.map(|(at, cell)| if at == value { other } else { cell }))
                    .unwrap();
            }
            let changed = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            let answered = answer_table(&changed, estimator, &names()).unwrap();
            let last = |table: &str| -> Vec<Vec<String>> {
                csv::Reader::from_reader(table.as_bytes())
                    .records()
                    .map(|record| {
                        let record = record.unwrap();
                        record
                            .iter()
                            .skip(headings.len())
                            .map(str::to_owned)
                            .collect()
                    })
                    .collect()
            };
            assert_eq!(last(&answered.table), last(&given.table));
        }
    }

    #[test]
    fn shapes_in_a_row_win_and_missing_ones_come_from_the_model() {
        let heading = "id,engine,model,params_b,active_params_b,n_layers,hidden,kv_heads,head_dim,\
                       weight_bits,kv_bits,hardware,n_accel,tp,isl,osl,batch_or_concurrency,regime,metric";
        let row = |shapes: &str, hardware: &str| {
            format!(
                "q,vllm,Llama-3.1-8B,{shapes},16,16,{hardware},1,1,128,128,1,decode_bs1,tok_s_per_user"
            )
        };
        let table = [
            heading.to_owned(),
            row("8.03,8.03,32,4096,8,128", "H100-SXM-80GB"),
            row(",,,,,", "H100-SXM-80GB"),
            row("16.06,16.06,32,4096,8,128", "H100-SXM-80GB"),
            row(",,,,,", "no such card"),
            row("8.03,8.03,32,4096,8,NaN", "H100-SXM-80GB"),
            row("803,803,32,4096,8,128", "H100-SXM-80GB"),
            "short".to_owned(),
        ]
        .join("\n");
        let answered = answer_table(&table, estimator().unwrap(), &names()).unwrap();
        let figures: Vec<Option<f64>> = csv::Reader::from_reader(answered.table.as_bytes())
            .records()
            .map(|record| record.unwrap().get(19).unwrap().parse().ok())
            .collect();
        assert_eq!(figures[0], figures[1]);
        assert!(figures[2].unwrap() < 0.7 * figures[0].unwrap());
        assert_eq!(figures[3..], [None, None, None, None]);
        let lines: Vec<u64> = answered.unanswered.iter().map(|fault| fault.line).collect();
        assert_eq!(lines, [5, 6, 7, 8]);
    }

    #[test]
    fn other_spellings_and_what_was_never_seen_have_answers() {
        let (catalogue, _) = crate::built_in().unwrap();
        let all = Names {
            catalogue: Some(&catalogue),
            ..names()
        };
        let heading = "engine,model,params_b,active_params_b,n_layers,hidden,kv_heads,head_dim,\
                       weight_bits,hardware,isl,osl,batch_or_concurrency,regime,metric,\
                       memory_gb,mem_bw_GBps,dense_bf16_tflops";
        let shapes = "12.0,12.0,40,5120,8,128";
        let rows = [
            "vllm,Llama-3.1-8B,,,,,,,fp8,h100-sxm-80gb,\"1,024\",128,1,decode_bs1,,,,".to_owned(),
            "VLLM,llama 3.1 8b,n/a,-,,,,,8,NVIDIA H100 80GB HBM3,1024,128,1,Decode-bs1,,,,"
                .to_owned(),
            format!("vllm,never-seen,{shapes},bf16,NVIDIA L40S,512,128,1,decode_bs1,,,,"),
            format!("new-engine,never-seen,{shapes},6.5,rtx 4090,512,128,16,latency,TTFT-ms,,,"),
            format!(
                "vllm,never-seen,{shapes},3.3,a chip of our own,512,128,,saturated,,96,4000,900"
            ),
            format!("vllm,never-seen,{shapes},,L40S,512,128,1,decode_bs1,,,,"),
            format!("vllm,never-seen,{shapes},many,L40S,512,128,1,decode_bs1,,,,"),
            format!("vllm,never-seen,{shapes},8,no such chip,512,128,1,decode_bs1,,,,"),
            format!("vllm,never-seen,{shapes},8,L40S,512,128,1,speed,,,,"),
        ];
        let table = [&[heading.to_owned()], &rows[..]].concat().join("\n");
        let answered = answer_table(&table, estimator().unwrap(), &all).unwrap();
        let figures: Vec<Option<f64>> = csv::Reader::from_reader(answered.table.as_bytes())
            .records()
            .map(|record| record.unwrap().get(18).unwrap().parse().ok())
            .collect();
        let known: Vec<bool> = figures.iter().map(Option::is_some).collect();
        let of_nine = [true, true, true, true, true, false, false, false, false];
        assert_eq!(known, of_nine, "{:?}", answered.unanswered);
        assert_eq!(figures[0], figures[1]);
        let reasons: Vec<&str> = (answered.unanswered.iter())
            .map(|fault| fault.reason.as_str())
            .collect();
        assert!(reasons[0].contains("weight_bits"), "{reasons:?}");
        assert!(reasons[1].contains("many"), "{reasons:?}");
        assert!(reasons[2].contains("no such chip"), "{reasons:?}");
        assert!(reasons[3].contains("speed"), "{reasons:?}");
    }
}
