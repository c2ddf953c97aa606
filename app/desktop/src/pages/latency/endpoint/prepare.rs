//! What is filled in where a page sends here to time the endpoint of an option.

use weighbridge_engine::Scenario;
use weighbridge_engine::scenario::{OptionId, Plan};

use super::super::lengths::{ANSWER, PROMPT};
use super::State;
use super::asking::take_prices;

impl State {
    /// Fills in the model, the lengths of the workload and the prices of an option that buys
    /// tokens; the address is the user's to give.
    pub(in crate::pages::latency) fn prepare(&mut self, scenario: &Scenario, id: &OptionId) {
        let Some(option) = scenario.option(id) else {
            return;
        };
        let (Plan::ProprietaryApi(api) | Plan::HostedOpenModel(api)) = &option.plan else {
            return;
        };
        let workload = &scenario.workload;
        let (input, output) = (
            workload.input_tokens_per_request.value,
            workload.output_tokens_per_request.value,
        );
        take_prices(&mut self.asked, api);
        let asked = &mut self.asked;
        asked.prompt_tokens = input.round().clamp(PROMPT.min, PROMPT.max);
        asked.output_tokens = output.round().clamp(ANSWER.min, ANSWER.max);
        if let Some(model) = option
            .model
            .as_ref()
            .filter(|_| asked.model.trim().is_empty())
        {
            asked.model = model.id.clone();
        }
        asked.option = Some(id.clone());
    }
}
