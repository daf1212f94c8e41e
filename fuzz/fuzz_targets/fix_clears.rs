#![no_main]

use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use wirelint_fuzz::libfuzzer::mutate;
use wirelint_fuzz::properties::fix_clears;
use wirelint_fuzz::vocabulary::Vocabulary;

fuzz_target!(|bytes: &[u8]| fix_clears::hold(bytes));
fuzz_mutator!(|bytes: &mut [u8], size: usize, most: usize, seed: u32| {
    mutate(bytes, size, most, seed, Vocabulary::articles(), fuzzer_mutate)
});
